package org.quantplatform.webconsole.internal;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The console's only servlet.
 *
 * <p>It holds a VaadinServlet instead of being one: Vaadin's start-up code takes the container's default servlet for the
 * first Vaadin servlet and maps the push address to it; the last mapping wins, so the real one must come later.
 */
@WebServlet(name = "console", urlPatterns = "/*", asyncSupported = true, loadOnStartup = 1)
public final class ConsoleServlet extends HttpServlet {

    /** Vaadin's client engine evaluates and inlines code by design; everything else comes from this server alone. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final VaadinServlet vaadin = new BundleVaadinServlet();

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        vaadin.init(config);
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!LocalHost.isTrustworthy(http.getRemoteAddr(), http.getServerName())) {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN, "open the console by the name of this machine");
            return;
        }
        protect(answer);
        vaadin.service(request, response);
    }

    private static void protect(HttpServletResponse answer) {
        answer.setHeader("Content-Security-Policy", CONTENT_POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Override
    public void destroy() {
        vaadin.destroy();
    }

    private static final class BundleVaadinServlet extends VaadinServlet {

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new BundleVaadinService(this, configuration);
            service.init();
            return service;
        }
    }

    /** On Jetty 12 Vaadin makes a file path of each resource's address, which is not possible in a bundle. */
    private static final class BundleVaadinService extends VaadinServletService {

        BundleVaadinService(VaadinServlet servlet, DeploymentConfiguration configuration) {
            super(servlet, configuration);
        }

        @Override
        public @Nullable URL getStaticResource(String path) {
            try {
                return getServlet().getServletContext().getResource(path);
            } catch (MalformedURLException e) {
                return null;
            }
        }
    }
}
