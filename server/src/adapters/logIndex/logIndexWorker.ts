import { endWithError } from '../startup/endWithError.ts';
import { workerData } from 'node:worker_threads';
import { indexLogs, type IndexTask } from './indexLogs.ts';

// Entry of a thread of its own: indexing takes seconds, and the server answers meanwhile.
indexLogs(workerData as IndexTask).catch(endWithError);
