import FLTaxesKit
import SwiftUI

/// The app: one window on one engine.
@main struct TaxpayerApp: App {
  @State private var running = Running()

  var body: some Scene {
    WindowGroup {
      TaxpayerView(model: running.model)
    }
  }
}

/// What lives as long as the process.
@MainActor final class Running {
  let model: EngineModel
  private let network: NetworkWatch
  private let cover = WindowCover()

  init() {
    // Made before there is an app at all, so nothing is opened here: the view does that once a person sees it.
    let model = EngineModel(open: Opening.engine)
    self.model = model
    network = NetworkWatch { model.networkIsBack() }
  }
}
