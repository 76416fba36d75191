// Test double of LocalAuthentication for Linux: Apple's names and signatures, only what the app here uses.
import Foundation
import Security

public enum LAPolicy: Int, Sendable {
  case deviceOwnerAuthenticationWithBiometrics = 1
}

public struct LAError: Error, Sendable {
  public enum Code: Int, Sendable {
    case authenticationFailed = -1
    case userCancel = -2
    case userFallback = -3
    case systemCancel = -4
    case passcodeNotSet = -5
    case biometryNotAvailable = -6
    case biometryNotEnrolled = -7
    case biometryLockout = -8
    case appCancel = -9
    case invalidContext = -10
  }
  public let code: Code
  package init(_ code: Code) { self.code = code }
}

/// Since iOS 18.
open class LADomainState: NSObject {
  public let biometry: LADomainStateBiometry
  init(_ biometry: LADomainStateBiometry) { self.biometry = biometry }
}

open class LADomainStateBiometry: NSObject {
  public let stateHash: Data?
  init(_ stateHash: Data?) { self.stateHash = stateHash }
}

open class LAContext: NSObject {
  public override init() {}
  public var localizedReason = ""
  public var localizedCancelTitle: String?
  public var localizedFallbackTitle: String?

  /// The double's own: the question that this asks.
  package let question = Question()
  private var evaluated: Data?

  open var domainState: LADomainState { LADomainState(LADomainStateBiometry(Sensor.shared.set)) }

  /// Until iOS 18. Only after a policy was found to be possible, or was met.
  open var evaluatedPolicyDomainState: Data? { evaluated }

  open func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool {
    guard let code = Sensor.shared.refusal else {
      evaluated = Sensor.shared.set
      return true
    }
    error?.pointee = NSError(domain: "com.apple.LocalAuthentication", code: code)
    return false
  }

  open func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool {
    // Apple's raises an exception, which nobody can catch in Swift.
    precondition(!localizedReason.isEmpty, "a question without a reason")
    if question.isInvalidated { throw LAError(.invalidContext) }
    if let code = Sensor.shared.refusal.flatMap(LAError.Code.init) { throw LAError(code) }
    let question = question
    let answered = await withCheckedContinuation { answer in
      DispatchQueue.global().async { answer.resume(returning: question.ask()) }
    }
    guard answered else { throw LAError(.appCancel) }
    evaluated = Sensor.shared.set
    return true
  }

  open func invalidate() { question.invalidate() }
}

extension LAContext: Asking {}
