// Flow's own entry, but for the imports of what it would load one after another, once it runs.
import 'Frontend/generated/jar-resources/FlowBootstrap.js';
import 'Frontend/generated/jar-resources/FlowClient.js';
import 'Frontend/generated/flow/generated-flow-imports.js';
import { Flow } from 'Frontend/generated/jar-resources/Flow.js';
import { Router } from '@vaadin/router';
import { replaceFirstPicture } from './first-picture';

replaceFirstPicture();

const { serverSideRoutes } = new Flow({
  imports: () => import('Frontend/generated/flow/generated-flow-imports.js'),
});
const outlet = document.querySelector('#outlet') as Element;
const append = outlet.appendChild.bind(outlet);
// The router appends the page that is there already, which would disconnect and connect all that is in it.
outlet.appendChild = <T extends Node>(node: T) => (node.parentNode === outlet ? node : append(node));
new Router(outlet).setRoutes([...serverSideRoutes]);
