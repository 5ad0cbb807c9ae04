package org.quantplatform.shell.karaf;

import java.util.List;

/**
 * How a command is called.
 *
 * @param path from the root of the tree
 */
record CommandName(String scope, String name, List<String> path) {

    String full() {
        return scope + ":" + name;
    }
}
