package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lake.LinkSignature;

/** The whole answers in a folder that LocalLambda serves through signed links. */
public record ServedResults(LakeLocation.Folder workspace, LinkSignature signature) {}
