package org.handrail.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which times a frame may carry.
 *
 * @param oldest a frame that ended longer ago than this is refused
 * @param ahead a frame that ends further in the future than this is refused; room for a watch that runs fast
 */
public record AdmissionSettings(
        @DefaultValue("60d") Duration oldest,
        @DefaultValue("2m") Duration ahead) {

    public AdmissionSettings {
        if (oldest.isNegative() || oldest.isZero() || ahead.isNegative()) {
            throw new IllegalArgumentException("Frames are admitted from some time ago until not before now");
        }
    }
}
