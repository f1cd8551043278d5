/**
 * What is tried first: words that fill the public lists of leaked passwords, and whole phrases of fifteen letters
 * and more. A password made only of these words, with whatever digits and signs, counts as common.
 * Chosen by hand for this product; short on purpose, since fifteen characters already keep out most leaked ones.
 */
export const COMMON_WORDS: readonly string[] = `
  password passwort contrasena contraseña passphrase passcode secret secreto letmein please
  welcome bienvenido login signin admin administrator root user guest test testing
  default changeme change temporary temp example sample demo master access server
  qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm azerty qazwsx abc abcd
  iloveyou teamo love lovely sunshine princess princesa monkey dragon shadow angel
  football baseball basketball soccer hockey superman batman spiderman pokemon starwars
  michael jordan jennifer jessica daniel charlie ashley michelle jesus christ god
  summer winter spring autumn monday friday january december november october
  america freedom liberty whatever trustno trustnoone hello hola forever always
  computer internet google facebook instagram microsoft windows apple samsung amazon
  alongside recovery recuperacion peer support serenity sobriety sober
  onedayatatime keepcomingback supervisor manager security company office work my the
`
  .trim()
  .split(/\s+/)

/** Whole phrases, with spaces and signs as they are usually typed. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  correcthorsebatterystaple
  correct horse battery staple
  correct-horse-battery-staple
  thequickbrownfox
  the quick brown fox
  thequickbrownfoxjumpsoverthelazydog
  loremipsumdolor
  lorem ipsum dolor
  lorem ipsum dolor sit amet
  to be or not to be
  tobeornottobethatisthequestion
  maytheforcebewithyou
  may the force be with you
  once upon a time
  onceuponatime123
  supercalifragilistic
  supercalifragilisticexpialidocious
  donotforgetmypassword
  this is my password
  thisismypassword
  whatisthepassword
  i forgot my password
  iforgotmypassword
  ihatepasswords!
  nobodywillguess
  nobodywillguessthis
  onetwothreefour
  onetwothreefourfive
  unodostrescuatro
  unodostrescuatrocinco
  one day at a time
  un dia a la vez
  keep coming back
  first things first
  progress not perfection
  progressnotperfection
  let go and let god
  god grant me the serenity
  godgrantmetheserenity
  ilovemychildren
  ilovemydaughter
  ilovemyfamily123
  winteriscoming!
  winteriscoming1
  openthedoorplease
  open sesame 1234
  abracadabra1234
  riverbend-demo-2026
  riverbenddemo2026
  `
    .trim()
    .split(/\n\s*/),
)
