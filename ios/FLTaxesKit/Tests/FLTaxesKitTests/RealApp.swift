import FLCore
import LinuxSwiftUIProbe

@testable import FLTaxesKit

/// The real engine on a stage of its own, with its model and views.
@MainActor final class RealApp {
  let theatre: Theatre
  let pace: Pace
  let model: EngineModel
  let glass: Glass

  init(on platform: any Platform) async throws {
    let theatre = try Theatre()
    let engine = try theatre.openOn(platform: platform)
    let model = EngineModel { engine }
    model.start()
    self.theatre = theatre
    self.model = model
    pace = try theatre.pace()
    glass = Glass { TaxpayerView(model: model) }
    await rest()
  }

  func rest() async {
    await settle(pace)
    model.catchUp()
    glass.update()
  }

  func act(_ work: (Glass) throws -> Void) async throws {
    try work(glass)
    await rest()
  }

  func signIn() async throws {
    guard let card = try theatre.cards().first(where: { $0.key == "debt" }) else {
      throw Stuck("nobody is called debt")
    }
    try await act { try $0.type(card.inn, into: "inn") }
    try await act { try $0.type(card.password, into: "password") }
    try await act { try $0.tap("sign-in") }
  }
}
