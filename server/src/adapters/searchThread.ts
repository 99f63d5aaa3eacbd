import { workerData } from 'node:worker_threads';
import { type SearchTask, workOn } from './searchTask.ts';

// Entry of a thread that searches with others.
void workOn(workerData as SearchTask);
