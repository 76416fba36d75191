import SwiftUI

/// The whole app: what the model shows, looking as it asks for.
public struct TaxpayerView: View {
  let model: EngineModel
  @Environment(\.scenePhase) private var phase

  public init(model: EngineModel) { self.model = model }

  public var body: some View {
    Appearing(appearance: model.screen?.appearance, words: model.words) {
      PrivacyCover {
        switch model.phase {
        case .starting: WaitingView()
        case .showing: ScreenView(model: model)
        case .closed: ClosedView()
        case .failed(let trouble): CannotStartView(trouble: trouble, model: model)
        }
      }
    }
    .onChange(of: phase, initial: true) { _, phase in
      if phase == .active { model.cameToFront() }
    }
    // `fltaxes://…`, as it came and to the core alone: it may hold what lets a person in. Links of the service's own hosts
    // cannot come here: an app may claim only hosts whose owner names it in a file on them (applinks), and these hosts are not
    // ours. Should a web page of ours ever lead into the app, its host goes into the entitlements and arrives here as well; the
    // core says which links it follows.
    .onOpenURL { model.follow($0) }
  }
}
