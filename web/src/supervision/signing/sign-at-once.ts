import { ref } from 'vue'

/** Whether a session is signed as it is saved: as it was chosen the last time, for as long as the page is open. */
export const signsAtOnce = ref(false)
