package org.quantplatform.httpserver;

import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.Container;

/**
 * Lets more connections wait for the server than the 50 that Java asks the system for: of a burst beyond that, the system
 * resets some that their clients think open.
 */
public final class Backlog implements Container.Listener {

    private static final int CONNECTIONS = 1024;

    @Override
    public void beanAdded(Container parent, Object child) {
        if (child instanceof ServerConnector connector) {
            connector.setAcceptQueueSize(CONNECTIONS);
        }
    }

    @Override
    public void beanRemoved(Container parent, Object child) {
        // it takes what it was given with it
    }
}
