// What browsers of Chromium's generation 85 lack and the libraries here use. The build lowers
// syntax; it adds no functions.

interface NewerObject {
  hasOwn?: (thing: object, name: PropertyKey) => boolean
}

const object = Object as NewerObject
object.hasOwn ??= (thing, name) => Object.prototype.hasOwnProperty.call(thing, name)
