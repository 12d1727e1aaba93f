package org.handrail.companion.embedded;

import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactory;

/**
 * Hands Artemis a certificate and key in PEM. Artemis finds it as a service; with its own means it would need one more library
 * or a copy of the key in another format.
 */
public final class PemContexts implements SSLContextFactory {

    /** Of the acceptor, beside Artemis's own parameter for the certificate. */
    static final String KEY = "handrailKeyPath";

    private static final int BEFORE_THE_OTHERS = 100;

    @Override
    public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> acceptor) {
        return new BrokerTls(Path.of(config.getKeystorePath()), Path.of(String.valueOf(acceptor.get(KEY)))).context();
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_OTHERS;
    }
}
