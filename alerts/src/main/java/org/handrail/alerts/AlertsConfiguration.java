package org.handrail.alerts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The whole room, for the house to import. The house provides a {@code Clock}, a {@code DataSource}, its
 * {@code PlatformTransactionManager} and {@code JdbcClient}, a {@code MeterRegistry}, the ports {@link MenteePlans},
 * {@link NudgeCourier} and {@link DispatchCheck}, and analytics' {@code MenteeZones}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(AlertsSettings.class)
public class AlertsConfiguration {}
