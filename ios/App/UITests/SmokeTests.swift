import XCTest

/// The app on a simulator, with Apple's own SwiftUI and keyboard: what no double can show.
final class SmokeTests: XCTestCase {
  /// How long a simulator may take until something is seen. It waits no longer than it must.
  private let patience: TimeInterval = 60

  @MainActor func testItStartsAndTheNumberPadLeadsOn() {
    continueAfterFailure = false
    let app = XCUIApplication()
    app.launch()
    let inn = app.descendants(matching: .any)["inn"].textFields.firstMatch
    XCTAssertTrue(inn.waitForExistence(timeout: patience), app.debugDescription)
    inn.tap()
    inn.typeText("500100732259")
    let onward = app.buttons["pad-button"]
    XCTAssertTrue(onward.waitForExistence(timeout: patience), app.debugDescription)
    onward.tap()
    // It went on to the password, and its keyboard has a return key.
    XCTAssertTrue(onward.waitForNonExistence(timeout: patience), app.debugDescription)
    let password = app.descendants(matching: .any)["password"].secureTextFields.firstMatch
    password.typeText("Abc-1")
    XCTAssertEqual((password.value as? String)?.count, 5)
  }
}
