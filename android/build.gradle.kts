buildscript {
    dependencies {
        // The Android plugin brings a Kotlin of its own; this lifts it to ours.
        classpath(libs.kotlin.gradle.plugin)
    }
}

plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.compose) apply false
}
