import { createApp } from 'vue'
import App from './App.vue'
import { fetchAhead } from './fetch-ahead.ts'
import { installPlugins } from './plugins.ts'
import { router } from './router.ts'
import './style.css'
import { loadWords } from './i18n/words.ts'
import { watchSession } from './session/watch-session.ts'

const app = createApp(App)
installPlugins(app)
const words = loadWords()
fetchAhead(window.location.pathname)
await words
app.use(router)
app.mount('#app')
watchSession()
// Without a connection there is nothing to keep yet: the next opening tries again.
void import('./offline/watch-own-device.ts').then(
  ({ watchOwnDevice }) => watchOwnDevice(),
  () => undefined,
)
