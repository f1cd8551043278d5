import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'
import './style.css'
import { i18n, loadWords } from './words.ts'

const app = createApp(App)
app.use(createPinia())
app.use(PiniaColada, {})
app.use(i18n)
await loadWords()
app.use(router)
app.mount('#app')
