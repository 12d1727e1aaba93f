package org.handrail.companion.datapoint;

import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Knows a device by its id and secret, the same with which it signs in at the broker. An unknown id and a wrong secret look alike. */
final class DeviceCredentials implements AuthenticationProvider {

    static final String ROLE = "DEVICE";

    private final Pairings pairings;

    DeviceCredentials(Pairings pairings) {
        this.pairings = pairings;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        try {
            if (DeviceId.isValid(name)
                    && asked.getCredentials() instanceof String secret
                    && pairings.isGenuine(new DeviceId(name), secret)) {
                return UsernamePasswordAuthenticationToken.authenticated(
                        new DeviceId(name), null, AuthorityUtils.createAuthorityList("ROLE_" + ROLE));
            }
        } catch (DataAccessException away) {
            throw new InternalAuthenticationServiceException("Pairings cannot be looked up", away);
        }
        throw new BadCredentialsException("no paired device has this id and secret");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
