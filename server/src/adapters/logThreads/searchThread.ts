import { endWithError } from '../startup/endWithError.ts';
import { workerData } from 'node:worker_threads';
import { type SearchTask, workOn } from './searchTask.ts';

// Entry of a thread that searches with others.
workOn(workerData as SearchTask).catch(endWithError);
