import FLCore
import Testing

/// Every story of tests/journeys that names Swift, on the Swift model and views.
struct JourneyTests {
  static let files: [String] = {
    // A folder that cannot be read is a failure of its own below.
    let folder = checkout.appendingPathComponent("tests/journeys/stories").path
    return (try? stories(folder: folder, shell: "swift")) ?? []
  }()

  @Test func thereAreStories() {
    #expect(Self.files.count >= 73)
  }

  @Test(arguments: files) func plays(_ file: String) async throws {
    do {
      let steps = try await onThread { try play(file: file, shell: StoryPlayer()) }
      #expect(steps > 0)
    } catch StoryError.Stuck(let words) {
      Issue.record("\(words)")
    }
  }
}
