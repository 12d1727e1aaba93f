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

    /** Artemis hands on one path, and no file name holds a line break. */
    private static final String AND = "\n";

    private static final int BEFORE_THE_OTHERS = 100;

    @Override
    public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> acceptor) {
        String[] paths = config.getKeystorePath().split(AND);
        return new BrokerTls(Path.of(paths[0]), Path.of(paths[1])).context();
    }

    /** What the acceptor says as the path of its key store. */
    static String pathOf(BrokerTls files) {
        return files.certificate() + AND + files.key();
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_OTHERS;
    }
}
