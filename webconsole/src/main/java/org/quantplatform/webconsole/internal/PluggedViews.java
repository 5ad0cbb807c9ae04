package org.quantplatform.webconsole.internal;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.InvalidRouteConfigurationException;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.shared.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.quantplatform.webconsole.spi.ConsoleView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives pages of other bundles an address and a place in the menu for as long as their bundle offers them. */
final class PluggedViews {

    private static final Logger LOG = LoggerFactory.getLogger(PluggedViews.class);

    private final List<ConsoleView> views = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RouteConfiguration routes;
    private final ServiceTracker<ConsoleView, ConsoleView> tracker;

    PluggedViews(BundleContext bundle, VaadinContext context) {
        routes = RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context));
        tracker = new ServiceTracker<>(bundle, ConsoleView.class, new Tracked(bundle));
    }

    static PluggedViews current() {
        return VaadinService.getCurrent().getContext().getAttribute(PluggedViews.class);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** In order of title. */
    List<ConsoleView> list() {
        return views.stream().sorted(Comparator.comparing(ConsoleView::title)).toList();
    }

    Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private final class Tracked implements ServiceTrackerCustomizer<ConsoleView, ConsoleView> {

        private final BundleContext bundle;

        Tracked(BundleContext bundle) {
            this.bundle = bundle;
        }

        @Override
        public @Nullable ConsoleView addingService(ServiceReference<ConsoleView> reference) {
            ConsoleView view = bundle.getService(reference);
            try {
                routes.setRoute(view.path(), view.view(), List.of(MainLayout.class));
            } catch (InvalidRouteConfigurationException e) {
                LOG.warn("page {} of {} is left out: {}", view.path(), reference.getBundle(), e.getMessage());
                bundle.ungetService(reference);
                return null;
            }
            views.add(view);
            changed();
            return view;
        }

        @Override
        public void modifiedService(ServiceReference<ConsoleView> reference, ConsoleView view) {
            // title and path are fixed while the service lives
        }

        @Override
        public void removedService(ServiceReference<ConsoleView> reference, ConsoleView view) {
            routes.removeRoute(view.path());
            views.remove(view);
            changed();
            bundle.ungetService(reference);
        }
    }
}
