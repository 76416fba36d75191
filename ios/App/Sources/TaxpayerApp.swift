import FLTaxesKit
import SwiftUI

/// The app: one window on one engine.
@main struct TaxpayerApp: App {
  @State private var running = Running()

  var body: some Scene {
    WindowGroup {
      TaxpayerView(model: running.model)
        // `fltaxes://…`. Links of the service's own hosts cannot come here: an app may claim only hosts whose owner names it in
        // a file on them (applinks), and these hosts are not ours. Should a web page of ours ever lead into the app, its host
        // goes into the entitlements and arrives here as well; the core says which links it follows.
        .onOpenURL { running.model.follow($0) }
    }
  }
}

/// What lives as long as the process.
@MainActor final class Running {
  let model: EngineModel
  private let network: NetworkWatch

  init() {
    let model = EngineModel(open: Opening.engine)
    self.model = model
    network = NetworkWatch { model.networkIsBack() }
    // Before any view: a link that started the app finds an engine.
    model.start()
  }
}
