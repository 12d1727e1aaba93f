package org.handrail.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.handrail.ingest.mosquitto.DynamicSecurity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Wires the rights at the broker, in a process that has a say there. A broker that the house brings along has rights of its own.
 * Where there is no such bean nobody is told, and nobody takes anything for told.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, RightsSettings.class})
public class RightsConfiguration {

    @Bean
    @Conditional(KeptByThePlugin.class)
    DynamicSecurity mosquittosRights(
            IngestSettings ingest, RightsSettings rights, ObjectProvider<MeterRegistry> meters) {
        return new DynamicSecurity(ingest.mqtt(), rights, meters.getIfAvailable(CompositeMeterRegistry::new));
    }

    static final class KeptByThePlugin implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata ignored) {
            return Binder.get(context.getEnvironment())
                    .bind("handrail.ingest.rights.kept-by", RightsSettings.KeptBy.class)
                    .map(RightsSettings.KeptBy.DYNAMIC_SECURITY::equals)
                    .orElse(false);
        }
    }
}
