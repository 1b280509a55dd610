package io.duckboard.deploy.stack;

/** How CloudFormation gets a template. */
public sealed interface TemplateSource {

    /** What CloudFormation takes with a request; larger templates have to lie on S3. */
    int MOST_BYTES = 51_200;

    record Body(String json) implements TemplateSource {}

    record Url(String url) implements TemplateSource {}
}
