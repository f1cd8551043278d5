import ui from '../../ui/words.en.json'
import app from '../words.en.json'

/** The words that every page needs, in one file. */
export default { app, ui }
