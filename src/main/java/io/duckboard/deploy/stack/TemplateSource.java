package io.duckboard.deploy.stack;

/** How a template is passed to CloudFormation. */
public sealed interface TemplateSource {

    /** The size that CloudFormation accepts in a request; larger templates must be stored on S3. */
    int MOST_BYTES = 51_200;

    record Body(String json) implements TemplateSource {}

    record Url(String url) implements TemplateSource {}
}
