package org.quantplatform.httpserver;

import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.Container;

/** Prepares each connector before it starts, and follows the context of REST when that starts and stops. */
final class Connectors implements Container.InheritedListener {

    /** Of a burst beyond what may wait, the system resets some that their clients think open; Java asks for 50 only. */
    private static final int WAITING = 1024;

    private final Gateway gateway;

    Connectors(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void beanAdded(Container parent, Object child) {
        if (child instanceof ServerConnector connector) {
            connector.setAcceptQueueSize(WAITING);
            gateway.prepare(connector);
        }
        if (child instanceof ContextHandler context && context.getContextPath().equals("/")) {
            gateway.contexts().watch(context);
        }
    }

    @Override
    public void beanRemoved(Container parent, Object child) {
        // it takes what it was given with it
    }
}
