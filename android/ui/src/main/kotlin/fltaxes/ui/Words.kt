package fltaxes.ui

import fltaxes.screen.Language
import java.util.Locale

/** The few words that cannot come from the core: of the core itself, and of what only a shell has. */
class Words(
    /** For what the platform writes itself: days before months, and weeks from Monday on, as the core has them. */
    val locale: Locale,
    val noLibrary: String,
    val otherLibrary: String,
    val closed: String,
    val internal: String,
    val back: String,
) {
    fun of(fault: CoreLibrary.Fault): String =
        when (fault) {
            CoreLibrary.Fault.MISSING -> noLibrary
            CoreLibrary.Fault.OTHER -> otherLibrary
        }

    fun of(trouble: Trouble): String =
        when (trouble) {
            Trouble.CLOSED -> closed
            Trouble.INTERNAL -> internal
        }

    companion object {
        private val English =
            Words(
                locale = Locale.UK,
                noLibrary = "A part of the app is missing. Please install it again.",
                otherLibrary = "Parts of the app are of different versions. Please install it again.",
                closed = "The app has stopped. Please close it and open it again; nothing kept here is lost.",
                internal = "Something went wrong in the app. Nothing was lost; please try again.",
                back = "Back",
            )

        private val Russian =
            Words(
                locale = Locale.forLanguageTag("ru-RU"),
                noLibrary = "В приложении не хватает части. Установите его заново.",
                otherLibrary = "Части приложения разных версий. Установите его заново.",
                closed = "Приложение остановилось. Закройте его и откройте снова: сохранённое на устройстве цело.",
                internal = "В приложении что-то пошло не так. Ничего не потеряно, попробуйте ещё раз.",
                back = "Назад",
            )

        fun of(language: Language): Words =
            when (language) {
                Language.RU -> Russian
                Language.EN -> English
            }

        /** Before the core can say which language is spoken. */
        fun ofDevice(): Words = if (Locale.getDefault().language == "ru") Russian else English
    }
}
