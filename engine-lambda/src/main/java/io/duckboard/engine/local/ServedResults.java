package io.duckboard.engine.local;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lake.LinkSignature;

/** Whole answers in a folder that LocalLambda gives out by signed links. */
public record ServedResults(LakeLocation.Folder workspace, LinkSignature signature) {}
