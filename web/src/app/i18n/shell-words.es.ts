import ui from '../../ui/words.es.json'
import app from '../words.es.json'

/** The words that every page needs, in one file. */
export default { app, ui }
