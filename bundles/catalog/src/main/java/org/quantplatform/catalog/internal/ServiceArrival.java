package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plug-in that is registered as a service. */
final class ServiceArrival implements Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceArrival.class);

    private final BundleContext context;
    private final ServiceReference<?> reference;
    private final Class<?> service;

    ServiceArrival(BundleContext context, ServiceReference<?> reference, Class<?> service) {
        this.context = context;
        this.reference = reference;
        this.service = service;
    }

    @Override
    public InputStream jar() throws IOException {
        return BundleContent.open(context, bundle());
    }

    @Override
    public void loadClasses() {
        BundleWiring wiring = bundle().adapt(BundleWiring.class);
        Refusal.unless(wiring != null, "its bundle is not resolved");
        Collection<String> names = wiring.listResources(
                "/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        for (String name : names) {
            if (!name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
                load(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
            }
        }
    }

    @Override
    public Object plugin() {
        Refusal.unless(
                reference.isAssignableTo(context.getBundle(), service.getName()),
                "brings its own copy of " + service.getPackageName() + " instead of importing the platform's");
        Object plugin = context.getService(reference);
        if (plugin == null) {
            throw whyNot();
        }
        return plugin;
    }

    private Bundle bundle() {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            throw new Refusal("it left while it was being tried");
        }
        return bundle;
    }

    private void load(String className) {
        try {
            bundle().loadClass(className);
        } catch (ClassNotFoundException | LinkageError e) {
            // libraries within a bundle often have classes for things that are not there
            LOG.debug("Class {} of {} cannot be loaded", className, reference.getBundle(), e);
        }
    }

    /** The component runtime only logs why it could not make a component, so its class is asked. */
    private Refusal whyNot() {
        String className = String.valueOf(reference.getProperty("component.name"));
        try {
            bundle().loadClass(className).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            return Refusal.thrown("its constructor", e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Refusal("it cannot be created: " + e, e);
        }
        return new Refusal("it cannot be created; the log says why");
    }
}
