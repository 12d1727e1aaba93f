package org.handrail.analytics;

import java.util.UUID;

/** Which risk window this is. Made from the mentee and the window's start, so a replay finds the same id again. */
public record RiskWindowId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
