package org.handrail.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What can be set about ingest; every value has a default that one machine can live with. */
@ConfigurationProperties("handrail.ingest")
public record IngestSettings(
        @DefaultValue AdmissionSettings admission,
        @DefaultValue RateSettings rate,
        @DefaultValue ArchiveSettings archive,
        @DefaultValue MqttSettings mqtt,
        @DefaultValue SilenceSettings silence,
        @DefaultValue RetentionSettings retention) {}
