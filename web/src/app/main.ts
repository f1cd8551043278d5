import { createApp } from 'vue'
import App from './App.vue'
import { installPlugins } from './plugins.ts'
import { router } from './router.ts'
import './style.css'
import { loadWords } from './i18n/words.ts'
import { watchSession } from './session/watch-session.ts'

const app = createApp(App)
installPlugins(app)
await loadWords()
app.use(router)
app.mount('#app')
watchSession()
void import('./offline/watch-own-device.ts').then(
  ({ watchOwnDevice }) => watchOwnDevice(),
  () => undefined,
)
