import FLCore

/// Asked before the first call: a library of another version would be called with the wrong arguments.
public func checkLibrary() throws {
  guard libraryMatches(), interfaceVersion() == generatedVersion else { throw Trouble.library }
}
