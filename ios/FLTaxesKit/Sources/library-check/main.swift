// Says whether the library beside it is the one it was built for: what the app asks before its first call.
import FLTaxesKit

do {
  try checkLibrary()
  print("same")
} catch {
  print("\(error)")
}
