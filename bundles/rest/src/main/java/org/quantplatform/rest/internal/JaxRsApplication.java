package org.quantplatform.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.rest.internal.http.AllowedMethods;
import org.quantplatform.rest.internal.http.AnswerFilter;
import org.quantplatform.rest.internal.http.CallFilter;
import org.quantplatform.rest.internal.http.FailureMapper;
import org.quantplatform.rest.internal.openapi.OpenApiDocument;
import org.quantplatform.rest.internal.resources.ApiKeyResource;
import org.quantplatform.rest.internal.resources.AuditResource;
import org.quantplatform.rest.internal.resources.AuthResource;
import org.quantplatform.rest.internal.resources.BacktestResource;
import org.quantplatform.rest.internal.resources.BacktestResultResource;
import org.quantplatform.rest.internal.resources.BacktestShareResource;
import org.quantplatform.rest.internal.resources.CheckResource;
import org.quantplatform.rest.internal.resources.DataResource;
import org.quantplatform.rest.internal.resources.ExportResource;
import org.quantplatform.rest.internal.resources.ExpressionResource;
import org.quantplatform.rest.internal.resources.FactorAnalysisResource;
import org.quantplatform.rest.internal.resources.FactorResource;
import org.quantplatform.rest.internal.resources.HealthResource;
import org.quantplatform.rest.internal.resources.HistoryResource;
import org.quantplatform.rest.internal.resources.ImportResource;
import org.quantplatform.rest.internal.resources.JobResource;
import org.quantplatform.rest.internal.resources.MetricsResource;
import org.quantplatform.rest.internal.resources.OpenApiResource;
import org.quantplatform.rest.internal.resources.OperatorResource;
import org.quantplatform.rest.internal.resources.PluginResource;
import org.quantplatform.rest.internal.resources.RunStatisticsResource;
import org.quantplatform.rest.internal.resources.ScheduleResource;
import org.quantplatform.rest.internal.resources.SearchResource;
import org.quantplatform.rest.internal.resources.SearchResultResource;
import org.quantplatform.rest.internal.resources.SecretResource;
import org.quantplatform.rest.internal.resources.ShareResource;
import org.quantplatform.rest.internal.resources.SharedLinkResource;
import org.quantplatform.rest.internal.resources.StatisticsResource;
import org.quantplatform.rest.internal.resources.StrategyResource;
import org.quantplatform.rest.internal.resources.StrategyShareResource;
import org.quantplatform.rest.internal.resources.UpdateResource;
import org.quantplatform.rest.internal.resources.UserResource;

/** The routes on CXF. CXF looks its parts up by the thread's context class loader, so every call into it sets that. */
final class JaxRsApplication implements AutoCloseable {

    static final String BASE = "/api/v1";

    private static final ClassLoader LOADER = JaxRsApplication.class.getClassLoader();

    private final CXFNonSpringServlet servlet = new CXFNonSpringServlet();
    private final Bus bus;
    private final Server server;

    private JaxRsApplication(ServletConfig config) throws ServletException {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        bus = new ExtensionManagerBus();
        bus.setProperty("org.apache.cxf.logging.FaultListener", (org.apache.cxf.logging.FaultListener)
                (exception, description, message) -> false);
        servlet.setBus(bus);
        servlet.init(config);
        List<Object> resources = resources();
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        List<Class<?>> classes =
                resources.stream().<Class<?>>map(Object::getClass).toList();
        factory.setResourceClasses(classes);
        resources.forEach(resource ->
                factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource, true)));
        factory.setProviders(
                List.of(new CallFilter(), new AnswerFilter(new AllowedMethods(classes)), new FailureMapper()));
        server = factory.create();
    }

    static JaxRsApplication start(ServletConfig config) throws ServletException {
        return inContext(() -> new JaxRsApplication(config));
    }

    void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(LOADER);
        try {
            servlet.service(request, response);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        server.destroy();
        servlet.destroy();
        bus.shutdown(false);
    }

    private static List<Object> resources() {
        List<Object> resources = new ArrayList<>(List.of(
                new HealthResource(),
                new MetricsResource(),
                new StrategyResource(),
                new BacktestResource(),
                new BacktestResultResource(),
                new SearchResource(),
                new SearchResultResource(),
                new FactorResource(),
                new RunStatisticsResource(),
                new StatisticsResource(),
                new FactorAnalysisResource(),
                new ExpressionResource(),
                new OperatorResource(),
                new DataResource(),
                new HistoryResource(),
                new ExportResource(),
                new ScheduleResource(),
                new ImportResource(),
                new UpdateResource(),
                new CheckResource(),
                new PluginResource(),
                new JobResource(),
                new AuditResource(),
                new AuthResource(),
                new ApiKeyResource(),
                new UserResource(),
                new SecretResource(),
                new ShareResource(),
                new BacktestShareResource(),
                new StrategyShareResource(),
                new SharedLinkResource()));
        Set<Class<?>> classes = new LinkedHashSet<>();
        resources.forEach(resource -> classes.add(resource.getClass()));
        classes.add(OpenApiResource.class);
        resources.add(new OpenApiResource(new Once(() -> OpenApiDocument.of(classes, BASE))));
        return resources;
    }

    /** Reading all classes takes a while, so the document is made when first asked for. */
    private static final class Once implements Supplier<JsonNode> {

        private final Supplier<JsonNode> source;
        private @Nullable JsonNode document;

        Once(Supplier<JsonNode> source) {
            this.source = source;
        }

        @Override
        public synchronized JsonNode get() {
            if (document == null) {
                document = source.get();
            }
            return document;
        }
    }

    private interface Start {
        JaxRsApplication run() throws ServletException;
    }

    private static JaxRsApplication inContext(Start start) throws ServletException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(LOADER);
        try {
            return start.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
