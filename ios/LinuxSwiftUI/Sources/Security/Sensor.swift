// The double's own: the sensor of this device, the fingers and faces that it knows, and what it asks. Seen by the probe only.
import Foundation

package final class Sensor: @unchecked Sendable {
  package static let shared = Sensor()
  private let lock = NSLock()
  private var known = 0
  private var answersWith: Int?
  private var isThinking = false
  private var shown: Question?

  /// Stands for the fingers and faces that it knows: another value after every change; nothing without any.
  package var set: Data? { lock.withLock { answersWith == -7 ? nil : Data("set \(known)".utf8) } }

  /// A finger or a face was added or taken away.
  package func change() { lock.withLock { known += 1 } }

  /// The code of an error that it answers every question with.
  package var refusal: Int? {
    get { lock.withLock { answersWith } }
    set { lock.withLock { answersWith = newValue } }
  }

  /// A person takes their time, until they are let go.
  package var isWaitedFor: Bool {
    get { lock.withLock { isThinking } }
    set {
      let question = lock.withLock {
        isThinking = newValue
        return newValue ? nil : shown
      }
      question?.answer()
    }
  }

  /// The question that a person sees.
  package var question: Question? { lock.withLock { shown } }

  /// Whether it is waited for.
  fileprivate func show(_ question: Question) -> Bool {
    lock.withLock {
      shown = question
      return isThinking
    }
  }

  package func forget() { lock.withLock { shown = nil } }
}

/// What a context asks a person, once.
package final class Question: @unchecked Sendable {
  private let lock = NSLock()
  private let answered = DispatchSemaphore(value: 0)
  private var isGone = false

  package init() {}

  /// It goes from the screen.
  package var isInvalidated: Bool { lock.withLock { isGone } }

  package func invalidate() {
    lock.withLock { isGone = true }
    answered.signal()
  }

  func answer() { answered.signal() }

  /// Blocks its thread until the person has answered; whether they were asked to the end.
  package func ask() -> Bool {
    if Sensor.shared.show(self) { answered.wait() }
    return !isInvalidated
  }
}

/// What is asked before an item comes out of the key chain.
package protocol Asking: AnyObject {
  var question: Question { get }
}
