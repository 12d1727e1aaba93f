package org.handrail.alerts;

/** The default settings, for tests of other packages. */
public final class SampleSettings {

    private SampleSettings() {}

    public static AlertsSettings defaults() {
        return AlertsSettingsTests.defaults();
    }
}
