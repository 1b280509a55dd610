package io.duckboard.engine.local;

/**
 * What a caller asked for.
 *
 * @param id made by LocalLambda
 * @param arn of the function, with the qualifier it was called by
 */
record InvokeRequest(String id, String arn, Payload payload) {}
