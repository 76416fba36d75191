import SwiftUI

/// The whole app: what the model shows, looking as it asks for.
public struct TaxpayerView: View {
  let model: EngineModel

  public init(model: EngineModel) { self.model = model }

  public var body: some View {
    Appearing(appearance: model.screen?.appearance, words: model.words) {
      PrivacyCover {
        switch model.phase {
        case .starting: WaitingView()
        case .showing(let screen): ScreenView(screen: screen, model: model)
        case .closed: ClosedView()
        case .failed(let trouble): CannotStartView(trouble: trouble, model: model)
        }
      }
    }
  }
}
