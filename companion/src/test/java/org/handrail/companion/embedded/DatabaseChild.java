package org.handrail.companion.embedded;

import java.io.IOException;
import java.nio.file.Path;

final class DatabaseChild {

    private DatabaseChild() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(EmbeddedDatabase.start(Path.of(arguments[0]), 0).jdbcUrl());
        System.in.read();
    }
}
