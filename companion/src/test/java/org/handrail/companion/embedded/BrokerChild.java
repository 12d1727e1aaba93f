package org.handrail.companion.embedded;

import java.io.IOException;
import java.nio.file.Path;

final class BrokerChild {

    private BrokerChild() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(BrokerFixture.start(Path.of(arguments[0])).port());
        System.in.read();
    }
}
