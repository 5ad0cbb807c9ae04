package org.quantplatform.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** Leads from the bare address to the console. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=", "osgi.http.whiteboard.servlet.name=quant-home"})
public final class HomeServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "/console/");
        response.setHeader("Cache-Control", "no-store");
    }
}
