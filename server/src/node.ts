import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createNodeHost } from './adapters/nodeHost.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), createNodeHost(__dirname));
