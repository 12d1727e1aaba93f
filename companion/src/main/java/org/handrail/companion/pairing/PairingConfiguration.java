package org.handrail.companion.pairing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The one path that a watch may knock at without being known. It has no session and no cookie that could be abused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PairingSettings.class)
class PairingConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain pairingRequests(HttpSecurity http) throws Exception {
        return http.securityMatcher(PairingDoor.PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
