package org.handrail.companion.datapoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handrail.ingest.Pairings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The lock of the data points' door: HTTP Basic for devices and for nobody else. It keeps no session and looks at none, so
 * there is nothing that a forged request could ride on. Nobody's password is tried here.
 */
@Configuration(proxyBeanMethods = false)
class DeviceSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain dataPoints(HttpSecurity http, Pairings pairings) throws Exception {
        return http.securityMatcher(DataPointDoor.PATH)
                .authenticationManager(new ProviderManager(new DeviceCredentials(pairings)))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(DeviceCredentials.ROLE))
                .httpBasic(basic -> basic.authenticationEntryPoint(DeviceSecurity::refuse))
                .exceptionHandling(refusing -> refusing.authenticationEntryPoint(DeviceSecurity::refuse))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean isOurFault = why instanceof AuthenticationServiceException;
        response.setStatus(isOurFault ? 503 : 401);
        if (isOurFault) {
            response.setHeader(HttpHeaders.RETRY_AFTER, DataPointDoor.RETRY_AFTER_SECONDS);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"handrail devices\", charset=\"UTF-8\"");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .print(
                        isOurFault
                                ? "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                                        + "\"detail\":\"Credentials cannot be looked up at the moment.\"}"
                                : "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                                        + "\"detail\":\"No paired device has this id and secret.\"}");
    }
}
