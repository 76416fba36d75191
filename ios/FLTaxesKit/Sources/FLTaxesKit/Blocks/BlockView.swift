import SwiftUI

/// One view a block. There is no `default`: a new meaning does not compile until it has a view.
struct BlockView: View {
  let block: CoreBlock
  let model: EngineModel
  let focus: FocusState<String?>.Binding

  var body: some View {
    switch block {
    case .status(let status): StatusView(status: status)
    case .figure(let figure): FigureView(figure: figure, model: model)
    case .section(let section): SectionView(section: section)
    case .row(let row): RowView(row: row, model: model)
    case .text(let text): ParagraphView(paragraph: text)
    case .field(let field): FieldView(field: field, model: model, focus: focus)
    case .button(let button): ButtonView(button: button, model: model)
    case .notice(let notice): NoticeView(notice: notice, model: model)
    case .steps(let steps): StepsView(steps: steps)
    case .checklist(let checklist): ChecklistView(checklist: checklist)
    case .countdown(let countdown): CountdownView(countdown: countdown)
    case .filter(let filter): FilterView(filter: filter, model: model)
    case .choice(let choice): ChoiceView(choice: choice, model: model)
    case .toggle(let toggle): ToggleView(toggle: toggle, model: model)
    case .files(let files): FilesView(files: files, model: model)
    case .picture(let picture): PictureView(picture: picture, model: model)
    case .progress(let progress): BusyView(progress: progress, model: model)
    case .empty(let empty): EmptyBlockView(empty: empty)
    case .more(let more): MoreView(more: more, model: model)
    }
  }
}
