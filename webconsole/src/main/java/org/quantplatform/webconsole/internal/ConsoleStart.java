package org.quantplatform.webconsole.internal;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the console to the platform when Vaadin starts, and parts them when it stops. */
public final class ConsoleStart implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleStart.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        BundleContext bundle = FrameworkUtil.getBundle(ConsoleStart.class).getBundleContext();
        Platform platform = new Platform(bundle);
        service.getContext().setAttribute(Platform.class, platform);
        platform.open();
        PluggedViews views = new PluggedViews(bundle, service.getContext());
        service.getContext().setAttribute(PluggedViews.class, views);
        views.open();
        service.addSessionInitListener(begin -> begin(platform, begin));
        service.addSessionDestroyListener(end -> platform.leave(end.getSession()));
        service.addServiceDestroyListener(end -> {
            views.close();
            platform.close();
        });
    }

    private static void begin(Platform platform, SessionInitEvent event) {
        platform.begin(event.getSession(), origin(event.getRequest()));
        event.getSession().setErrorHandler(ConsoleStart::tell);
    }

    private static void tell(ErrorEvent event) {
        if (event.getThrowable() instanceof QuantException refusal) {
            Notices.refused(refusal);
            return;
        }
        LOG.error("a page failed", event.getThrowable());
        Notices.failed("Something went wrong here. The server's log has the details.");
    }

    /** A proxy on this machine speaks for callers from elsewhere, so they must not pass for local ones. */
    private static String origin(VaadinRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-For") != null
                || request.getHeader("X-Real-IP") != null;
        return (forwarded ? "proxy " : "") + request.getRemoteAddr();
    }
}
