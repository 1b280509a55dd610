package io.duckboard.ui;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Has browsers keep what the front end's build has named by its contents, which never changes under its name. */
@Component
final class StaticFiles implements StaticFileHandlerFactory {

    @Override
    public StaticFileHandler createHandler(VaadinService service) {
        return new StaticFileServer(service) {

            @Override
            protected void writeCacheHeaders(String file, HttpServletRequest request, HttpServletResponse response) {
                if (file.startsWith("/VAADIN/build/")) {
                    response.setHeader("Cache-Control", "max-age=31536000, immutable");
                } else {
                    super.writeCacheHeaders(file, request, response);
                }
            }
        };
    }
}
