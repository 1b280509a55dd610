package io.duckboard.mcp;

import io.duckboard.board.folder.Dashboards;
import io.duckboard.client.QueryService;
import io.duckboard.client.QuerySettings;
import io.duckboard.security.SignedIn;
import io.duckboard.token.Tokens;
import io.duckboard.transform.docs.ProjectNode;
import io.duckboard.transform.docs.ProjectNodes;
import io.duckboard.transform.state.ProjectState;
import io.duckboard.transform.state.TransformService;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(McpSettings.class)
class McpConfiguration {

    @Bean
    @Lazy
    LakeServer lakeServer(
            QueryService queries,
            TransformService transform,
            Dashboards dashboards,
            Clock clock,
            McpSettings settings) {
        return new LakeServer(queries, () -> nodes(transform.project()), dashboards::all, clock, settings.askGb());
    }

    @Bean
    ServletRegistrationBean<McpEndpoint> mcp(ObjectProvider<LakeServer> server) {
        var registration = new ServletRegistrationBean<>(new McpEndpoint(server::getObject), McpEndpoint.ADDRESS);
        registration.setName("mcp");
        return registration;
    }

    @Bean
    McpAnswers mcpAnswers(ObjectProvider<LakeServer> server, QuerySettings settings, Tokens tokens, SignedIn people) {
        return new McpAnswers(server::getObject, settings, tokens, people);
    }

    private static List<ProjectNode> nodes(ProjectState project) {
        return switch (project) {
            case ProjectState.Ready(ProjectNodes nodes) -> nodes.all();
            // The Lineage page says what is wrong with it.
            case ProjectState.Broken _ -> List.of();
        };
    }
}
